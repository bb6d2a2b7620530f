import java.util.Arrays;

/// How long answers took.
final class RoundTrips {

    private long[] nanos = new long[1024];
    private int count;
    private long tookNanos;

    /// Until [#end].
    void add(long each) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = each;
    }

    /// @param newTookNanos for all of them together
    void end(long newTookNanos) {
        tookNanos = newTookNanos;
        Arrays.sort(nanos, 0, count);
    }

    int count() {
        return count;
    }

    double perSecond() {
        return count * 1e9 / tookNanos;
    }

    double millisAt(double share) {
        return count == 0 ? Double.NaN : nanos[(int) (share * (count - 1))] / 1e6;
    }
}
