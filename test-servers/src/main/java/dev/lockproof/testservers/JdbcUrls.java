package dev.lockproof.testservers;

/** URLs of the form {@code jdbc:kind://host:port/database?settings}. */
final class JdbcUrls {

    private JdbcUrls() {}

    /** Names another database of the same server. */
    static String withDatabase(String url, String database) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        int query = url.indexOf('?');
        return url.substring(0, path + 1) + database + (query < 0 ? "" : url.substring(query));
    }
}
