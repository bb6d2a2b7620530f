package dev.supie.adapter.out.service;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// One [ServiceEndpoint] for each distinct service, however many purposes use it: its connections,
/// and the threads that read them, are shared. Made for the first who asks, and closed when the last
/// has given it back. Safe for use by many threads.
public final class SharedEndpoints {

    /// What makes a service another one. What is said with each question, such as a model's name,
    /// does not.
    ///
    /// @param baseUrl where it is
    /// @param apiKey as whom it is asked
    private record Fingerprint(URI baseUrl, Secret apiKey, Duration connectTimeout) {}

    /// Guards the map and the counts in it.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Fingerprint, Shared> open = new HashMap<>();

    /// @param lent to how many
    private record Shared(ServiceEndpoint endpoint, int lent) {}

    /// The endpoint of this service, to be given back by closing the lease.
    public Lease lend(URI baseUrl, Secret apiKey, Duration connectTimeout) {
        Fingerprint service = new Fingerprint(baseUrl, apiKey, connectTimeout);
        lock.lock();
        try {
            Shared known = open.get(service);
            ServiceEndpoint endpoint =
                    known == null ? new ServiceEndpoint(connectTimeout, apiKey) : known.endpoint();
            open.put(service, new Shared(endpoint, known == null ? 1 : known.lent() + 1));
            return new Lease(service, endpoint);
        } finally {
            lock.unlock();
        }
    }

    /// How many are open.
    public int size() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean isLast(Fingerprint service) {
        lock.lock();
        try {
            Shared known = open.get(service);
            if (known == null) {
                return false;
            }
            if (known.lent() > 1) {
                open.put(service, new Shared(known.endpoint(), known.lent() - 1));
                return false;
            }
            open.remove(service);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The right to use an endpoint.
    public final class Lease implements AutoCloseable {

        private final Fingerprint service;
        private final ServiceEndpoint endpoint;
        private boolean returned;

        private Lease(Fingerprint service, ServiceEndpoint endpoint) {
            this.service = service;
            this.endpoint = endpoint;
        }

        public ServiceEndpoint endpoint() {
            return endpoint;
        }

        /// Calls under way end as failures if nobody else uses the endpoint, otherwise by their own
        /// limits. Repeating it is harmless.
        @Override
        public void close() {
            boolean last;
            lock.lock();
            try {
                last = !returned && isLast(service);
                returned = true;
            } finally {
                lock.unlock();
            }
            if (last) {
                endpoint.close();
            }
        }
    }
}
