package javax.servlet;

public interface ServletContextListener {
    default void contextInitialized(ServletContextEvent event) {}

    default void contextDestroyed(ServletContextEvent event) {}
}
