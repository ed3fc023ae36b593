package javax.servlet;

public interface ServletConfig {}
