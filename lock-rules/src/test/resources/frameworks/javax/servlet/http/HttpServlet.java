package javax.servlet.http;

import java.io.IOException;
import javax.servlet.*;

public abstract class HttpServlet implements Servlet {
    protected void doDelete(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {}

    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {}

    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {}

    protected void doOptions(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {}

    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {}

    protected void doPut(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {}

    protected void doTrace(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {}

    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {}

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        service((HttpServletRequest) request, (HttpServletResponse) response);
    }
}
