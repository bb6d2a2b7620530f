package dev.supie.domain.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

/// Secrets are gone before anybody keeps a line; everything else stays as it is.
final class SecretMaskTest {

    /// A line and what is left of it.
    record Row(String line, String masked) {}

    static Stream<Row> secrets() {
        return Stream.of(
                new Row("API_TOKEN=abc npm publish", "API_TOKEN=*** npm publish"),
                new Row("password=hunter2", "password=***"),
                new Row("db.password: lantern", "db.password: ***"),
                new Row("\"password\": \"a b\"", "\"password\": \"*** b\""),
                new Row("{\"api_key\":\"k1\",\"x\":1}", "{\"api_key\":\"***\",\"x\":1}"),
                new Row("Authorization: Bearer abc.def", "Authorization: Bearer ***"),
                new Row("Authorization: Basic dXNlcg==", "Authorization: Basic ***"),
                new Row("-H 'authorization: Token x1'", "-H 'authorization: Token ***'"),
                new Row("login --password hunter2 now", "login --password *** now"),
                new Row("login --token=abc", "login --token=***"),
                new Row("密码：hunter2", "密码：***"),
                new Row("token: abcd1234efgh", "token: ***"),
                new Row("SECRET = swordfish", "SECRET = ***"),
                new Row("git clone https://ann:pw@host/x", "git clone https://***@host/x"),
                new Row("postgres://app:s3cret@db:5432/x", "postgres://***@db:5432/x"),
                new Row("key AKIAQUAY7EXAMPLE2345 used", "key *** used"),
                new Row("got ghp_Zm9vYmFyYmF6cXV4MTIz.", "got ***"),
                new Row("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.c2ln", "jwt ***"),
                new Row("(sk-abcdefghijkl0123456789)", "(***)"),
                new Row("MIIEpAIBAAKCAQEA7bq1xZ3kqkYl0wQ9d8T+aB/cD", "***"));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void aSecretIsMasked(Row row) {
        assertEquals(row.masked(), SecretMask.masked(row.line()));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void maskingTwiceChangesNothing(Row row) {
        assertEquals(row.masked(), SecretMask.masked(row.masked()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/TokenStore.java:12: error: ';' expected",
                "LoginTest.wrongPassword:42 expected: <4> but was: <5>",
                "auth::token::verify failed",
                "tests/test_password.py::TestPassword::test_reset FAILED",
                "password_test.go:15: want 3",
                "expected ‘)’ before ‘;’ token",
                "SyntaxError: Unexpected token (3:5)",
                "unexpected token: identifier",
                "--> src/secret.rs:4:5",
                "authorization failed",
                "npm_config_cache is set",
                "see https://example.org/@scope/page",
                "Downloading https://host.example/a/b@1.2.3.tgz",
                "/home/ann/projects/harbour/crane/control/board",
                "eyJ is how they begin",
                "secret: ***"
            })
    void whatOnlySoundsLikeOneStays(String line) {
        assertEquals(line, SecretMask.masked(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token: abc1 | token: ***",
                "secret: swordfish of x | secret: *** of x",
                "{\"apiToken\":\"abc\"} | {\"apiToken\":\"***\"}",
                "tokens: the token is for other badges | tokens: the token is for other badges",
                "asked: tokens=812 cut=false | asked: tokens=812 cut=false",
                "pin password=812 | pin password=***",
                "auth::token::verify failed | auth::token::verify failed",
                "asked for a token twice | asked for a token twice"
            })
    void inOurOwnLogTheNameIsEnough(String line, String masked) {
        assertEquals(masked, strictlyMasked(line, 0, line.length()));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void ofAPartOnlyThatPartCounts(Row row) {
        String before = "token=";
        int end = before.length() + row.line().length();

        assertEquals(
                strictlyMasked(row.line(), 0, row.line().length()),
                strictlyMasked(before + row.line() + "0123456789abcdef", before.length(), end));
    }

    private static String strictlyMasked(String line, int from, int end) {
        var out = new StringBuilder();
        SecretMask.appendStrictlyMasked(line, from, end, out);
        return out.toString();
    }
}
