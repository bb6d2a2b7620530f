/// What is said to a server and what counts as its answer.
///
/// @param greetings messages that a new connection gets until it has been greeted
record Dialect(String greetingMark, int greetings, String answerMark) {

    static final String HELLO = "{\"type\":\"hello\",\"version\":1,\"transport\":\"websocket\"}";
    static final String PING = "{\"type\":\"ping\"}";

    /// Supie says hello by itself, and once more to the badge's hello.
    static final Dialect SUPIE = new Dialect("\"hello\"", 2, "\"pong\"");

    /// Sends back what it was sent.
    static final Dialect ECHO = new Dialect("\"hello\"", 1, "\"ping\"");
}
