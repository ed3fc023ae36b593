package dev.lockproof.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that a server has signed itself, made by the JDK's keytool.
 *
 * @param certificate as text, for the server and for who trusts it
 * @param key as text, for the server
 * @param trustStore has the certificate in it, and the password {@link #PASSWORD}
 */
public record ServerCertificate(Path certificate, Path key, Path trustStore) {

    /** The password of the trust store. */
    public static final String PASSWORD = "secret7";

    private static final String ALIAS = "server";

    /**
     * Makes a certificate.
     *
     * @param names what the server may be called by, such as {@code ip:127.0.0.1} or {@code dns:localhost}
     */
    public static ServerCertificate create(String... names) {
        Path folder = Processes.newDirectory("tls");
        Path pair = folder.resolve("pair.p12");
        try {
            generate(pair, String.join(",", names));
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(pair)) {
                store.load(file, PASSWORD.toCharArray());
            }
            Certificate certificate = store.getCertificate(ALIAS);
            ServerCertificate made = new ServerCertificate(
                    folder.resolve("certificate.pem"), folder.resolve("key.pem"), folder.resolve("trust.p12"));
            write(made.certificate, "CERTIFICATE", certificate.getEncoded());
            write(
                    made.key,
                    "PRIVATE KEY",
                    store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
            trust(certificate, made.trustStore);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("No certificate could be made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificate could be made", e);
        }
    }

    private static void generate(Path pair, String names) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + names,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        pair.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (!Files.exists(pair)) {
            throw new IOException("keytool made nothing: " + said);
        }
    }

    private static void write(Path file, String what, byte[] bytes) throws IOException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n" + lines.encodeToString(bytes) + "\n-----END " + what + "-----\n");
    }

    private static void trust(Certificate certificate, Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(ALIAS, certificate);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }
}
