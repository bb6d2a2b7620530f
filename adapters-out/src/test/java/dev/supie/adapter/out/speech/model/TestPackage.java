package dev.supie.adapter.out.speech.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// A package as npm writes it, but small: two models of some kilobytes and a file nobody wants.
final class TestPackage {

    private static final int BLOCK = 512;

    private final byte[] bytes;
    private final ModelPackage description;

    private TestPackage(byte[] bytes, ModelPackage description) {
        this.bytes = bytes;
        this.description = description;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    ModelPackage description() {
        return description;
    }

    static TestPackage of(int modelBytes) {
        byte[] one = random(1, modelBytes);
        byte[] other = random(2, modelBytes + 100);
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream tar = new GZIPOutputStream(packed)) {
                add(tar, "package/package.json", "{}".getBytes(StandardCharsets.UTF_8));
                add(tar, "package/one.onnx", one);
                add(tar, "package/dist/other.onnx", other);
                tar.write(new byte[2 * BLOCK]);
            }
            return described(packed.toByteArray(), one, other);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TestPackage described(byte[] packed, byte[] one, byte[] other) {
        List<ModelFile> files =
                List.of(
                        new ModelFile("a/one.onnx", "package/one.onnx", one.length, sum(one)),
                        new ModelFile(
                                "b/other.onnx",
                                "package/dist/other.onnx",
                                other.length,
                                sum(other)));
        return new TestPackage(
                packed,
                new ModelPackage(
                        "@x/models@1",
                        "x-models-1.tgz",
                        "x/-/1.tgz",
                        packed.length,
                        sum(packed),
                        files));
    }

    private static byte[] random(int seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String sum(byte[] bytes) {
        var digest = Sha256.start();
        digest.update(bytes);
        return Sha256.text(digest);
    }

    private static void add(OutputStream tar, String name, byte[] content) throws IOException {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 124, String.format("%011o", content.length));
        header[156] = '0';
        tar.write(header);
        tar.write(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
    }

    private static void put(byte[] header, int position, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, position, bytes.length);
    }

    /// The same, but one byte of it is another.
    TestPackage damaged() {
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        return new TestPackage(other, description);
    }
}
