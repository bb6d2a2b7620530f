package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// Bodies of forms (RFC 7578), also from those who mean no good.
class MultipartFormTest {

    private static final String FIELD = "--b|Content-Disposition: form-data; name=\"model\"||x|";

    private static Optional<MultipartForm> read(String body) {
        return MultipartForm.read("b", body.replace("|", "\r\n").getBytes(UTF_8));
    }

    private static List<String> parts(MultipartForm form) {
        return form.parts().stream().map(part -> part.name() + "=" + part.text()).toList();
    }

    @Test
    void fieldsAndFilesAreReadInTheirOrder() {
        MultipartForm form =
                read(FIELD
                                + "--b|content-type: audio/wav|CONTENT-DISPOSITION:"
                                + " form-data; filename=\"a;name=b.wav\"; name=file||RIFF"
                                + "|--b|Content-Disposition: form-data; name=\"model\"|||"
                                + "--b--|and what comes after it")
                        .orElseThrow();

        assertEquals(List.of("model=x", "file=RIFF", "model="), parts(form));
        assertEquals("x", form.first("model").orElseThrow().text());
        assertEquals(2, form.all("model").count());
        assertEquals(Optional.empty(), form.first("prompt"));
    }

    @Test
    void everyByteOfAFileIsKept() {
        byte[] bytes = new byte[1000];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (at * 31);
        }
        String file = new String(bytes, ISO_8859_1) + "\r\n--B\r\n-b";
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + file + "\r\n--b--";

        MultipartForm form = MultipartForm.read("b", body.getBytes(ISO_8859_1)).orElseThrow();

        assertArrayEquals(file.getBytes(ISO_8859_1), form.parts().getFirst().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--",
                "--b",
                "--b|",
                "x--b--",
                "|--b--",
                "--c--",
                "--b|Content-Disposition: form-data; name=\"model\"||x",
                "--b|Content-Disposition: form-data; name=\"model\"||x|--c--",
                "--b|Content-Disposition: form-data; name=\"model\"|x|--b--",
                "--b||x|--b--",
                "--b|Content-Disposition: form-data||x|--b--",
                "--b|X: name=\"model\"||x|--b--",
                "--bContent-Disposition: form-data; name=\"model\"||x|--b--"
            })
    void whatIsNoFormIsRefused(String body) {
        assertEquals(Optional.empty(), read(body));
    }

    @Test
    void aFormWithoutAnythingInItIsOne() {
        assertEquals(List.of(), read("--b--").orElseThrow().parts());
    }

    @Test
    void thereMayBeSoManyPartsAndNoMore() {
        assertTrue(read(FIELD.repeat(MultipartForm.PARTS_MAX) + "--b--").isPresent());
        assertTrue(read(FIELD.repeat(MultipartForm.PARTS_MAX + 1) + "--b--").isEmpty());
    }

    @Test
    void headersMayBeSoLongAndNoLonger() {
        String head = "--b|Content-Disposition: form-data; name=model|X: ";
        int taken = head.length() - "--b".length() + 2 + "||".length() * 2;
        String longest = "x".repeat(MultipartForm.HEADER_BYTES_MAX - taken);

        assertTrue(read(head + longest + "||y|--b--").isPresent());
        assertTrue(read(head + longest + "x" + "||y|--b--").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "multipart/form-data; boundary=b > b",
                "Multipart/Form-Data; charset=utf-8; Boundary=\"a b\" > a b",
                "multipart/form-data; boundary=\"a\\\"b\" > a\"b",
                "multipart/form-data > ",
                "multipart/form-data; boundary > ",
                "multipart/form-data; boundary= > ",
                "multipart/mixed; boundary=b > ",
                "application/json > "
            })
    void theBoundaryIsInTheContentType(String contentType, String boundary) {
        assertEquals(Optional.ofNullable(boundary), PartHeaders.boundary(contentType));
    }

    @Test
    void aBoundaryHasALimit() {
        String type = "multipart/form-data; boundary=";
        assertTrue(PartHeaders.boundary(type + "b".repeat(70)).isPresent());
        assertTrue(PartHeaders.boundary(type + "b".repeat(71)).isEmpty());
    }
}
