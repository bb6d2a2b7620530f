/** Stands for the server that the plugin wants to start: the real one listens already. */
public final class Idle {

    private Idle() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread.currentThread().join();
    }
}
