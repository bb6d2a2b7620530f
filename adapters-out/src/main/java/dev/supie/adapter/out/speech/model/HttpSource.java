package dev.supie.adapter.out.speech.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// A registry that somebody named, over HTTP; for machines without npm. A download that broke off
/// is gone on with where it stopped, by this run up to [#TRIES_MAX] times and by the next run.
///
/// @param registry its address, with or without the last `/`
public record HttpSource(URI registry) implements PackageSource {

    static final int TRIES_MAX = 5;

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NO_SUCH_RANGE = 416;

    @Override
    public Path fetch(ModelPackage wanted, Path downloads, Progress progress) throws IOException {
        Path part = downloads.resolve(wanted.file() + ".part");
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_MAX)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            for (int tries = 1; size(part) < wanted.bytes(); tries++) {
                tryOnce(client, wanted, part, progress, tries);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
        Path whole = downloads.resolve(wanted.file());
        return Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    private void tryOnce(
            HttpClient client, ModelPackage wanted, Path part, Progress progress, int tries)
            throws IOException, InterruptedException {
        try {
            download(client, wanted, part, progress);
            if (size(part) < wanted.bytes()) {
                throw new IOException("the answer was shorter than the package");
            }
        } catch (IOException failure) {
            boolean hopeless = failure instanceof RefusedException;
            if (hopeless || tries == TRIES_MAX) {
                throw new IOException(registry + ": " + failure.getMessage(), failure);
            }
        }
    }

    private void download(HttpClient client, ModelPackage wanted, Path part, Progress progress)
            throws IOException, InterruptedException {
        long there = size(part);
        HttpRequest request =
                HttpRequest.newBuilder(address(wanted))
                        .timeout(ANSWER_MAX)
                        .header("Range", "bytes=" + there + "-")
                        .build();
        HttpResponse<InputStream> answer =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            switch (answer.statusCode()) {
                case PARTIAL -> append(body, part, there, wanted.bytes(), progress);
                // A server that does not know ranges sends everything again.
                case OK -> append(body, emptied(part), 0, wanted.bytes(), progress);
                case NO_SUCH_RANGE -> throw new RefusedException("the package has another size");
                default -> throw new RefusedException("HTTP " + answer.statusCode());
            }
        }
    }

    private URI address(ModelPackage wanted) {
        String base = registry.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + wanted.registryPath());
    }

    private static Path emptied(Path part) throws IOException {
        Files.deleteIfExists(part);
        return part;
    }

    /// Never more than the package has, whatever the server sends.
    private static void append(
            InputStream body, Path part, long there, long total, Progress progress)
            throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long done = there;
        try (OutputStream file =
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (done < total) {
                int wanted = (int) Math.min(buffer.length, total - done);
                int count = body.read(buffer, 0, wanted);
                if (count < 0) {
                    return;
                }
                file.write(buffer, 0, count);
                done += count;
                progress.at("download", done, total);
            }
        }
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /// An answer that will be the same next time.
    private static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
