package javax.jms;

public interface Message {}
