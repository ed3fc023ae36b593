package javax.jms;

public interface MessageListener {
    void onMessage(Message message);
}
