package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.tags.Tag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// REST-1: the document that is served is right, and says what is there, no more and no less.
class ApiDocumentTest {

    /// Installed beside them, as `HttpRoutes.health` and [MetricsPage] say; `HealthTest` and
    /// `MetricsPageTest` ask them.
    private static final Set<String> OBSERVED =
            Set.of(
                    "GET /observe/health/live",
                    "GET /observe/health/ready",
                    "GET " + MetricsPage.PATH);

    private static final String TEXT = new String(ApiDocument.read(), UTF_8);
    private static final OpenAPI DOCUMENT = parsed(TEXT).getOpenAPI();

    private static SwaggerParseResult parsed(String text) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        return new OpenAPIV3Parser().readContents(text, List.of(), options);
    }

    private static Set<String> documented() {
        Set<String> routes = new TreeSet<>();
        DOCUMENT.getPaths()
                .forEach(
                        (path, item) ->
                                item.readOperationsMap()
                                        .keySet()
                                        .forEach(method -> routes.add(method + " " + path)));
        return routes;
    }

    @Test
    void aLibraryFindsNothingWrongWithIt() {
        assertEquals(List.of(), parsed(TEXT).getMessages());
        assertNotNull(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operationId: transcript$|operationId: meeting",
                "'#/components/schemas/Hit'|'#/components/schemas/Nobody'",
                "in: path$|in: nowhere"
            })
    void theLibraryWouldFindIt(String change) {
        String[] parts = change.split("\\|", 2);
        String broken = TEXT.replaceAll("(?m)" + parts[0], parts[1]);

        assertFalse(broken.equals(TEXT), change);
        assertFalse(parsed(broken).getMessages().isEmpty(), change);
    }

    @Test
    void everyRouteIsInItAndWhatIsInItIsARoute() {
        Set<String> installed = new TreeSet<>(OBSERVED);
        installed.addAll(RecordedRoutes.of(Wiring.routes()::onHttpListener));

        assertEquals(installed, documented());
    }

    @Test
    void whatIsInItAnswers() {
        try (Site site = Site.with(Wiring.routes()::onHttpListener)) {
            for (String route : documented()) {
                if (route.startsWith("GET ") && !OBSERVED.contains(route)) {
                    String path = route.substring(4).replace("{id}", "m1");
                    String body = site.read(path).body();
                    assertFalse(body.equals("{\"success\":false,\"error\":\"not found\"}"), route);
                }
            }
        }
    }

    @Test
    void everyOperationSaysWhatItIsAndHowItIsRefused() {
        DOCUMENT.getPaths()
                .forEach(
                        (path, item) ->
                                item.readOperations()
                                        .forEach(operation -> assertTold(path, operation)));
    }

    private static void assertTold(String path, Operation operation) {
        assertFalse(operation.getSummary().isBlank(), path);
        Set<String> statuses = operation.getResponses().keySet();
        boolean guarded = operation.getSecurity() == null || !operation.getSecurity().isEmpty();
        if (guarded) {
            assertTrue(statuses.containsAll(Set.of("401", "429", "503")), path + statuses);
        }
        // A session for reading is not enough, or none is.
        if (guarded && path.startsWith(AdminRouting.PATH)) {
            assertTrue(statuses.contains("403"), path + statuses);
        }
        if (operation.getRequestBody() != null) {
            assertTrue(statuses.containsAll(Set.of("400", "413")), path + statuses);
        }
        if (path.contains("{id}")) {
            assertTrue(statuses.containsAll(Set.of("400", "404")), path + statuses);
        }
    }

    @Test
    void everyTagIsExplainedAndUsed() {
        Set<String> used = new TreeSet<>();
        DOCUMENT.getPaths()
                .values()
                .forEach(
                        item ->
                                item.readOperations()
                                        .forEach(operation -> used.addAll(operation.getTags())));
        Set<String> explained =
                DOCUMENT.getTags().stream()
                        .filter(tag -> !tag.getDescription().isBlank())
                        .map(Tag::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(explained, used);
    }

    @Test
    void parametersHaveTheLimitsOfTheCode() {
        String limits =
                Objects.requireNonNull(DOCUMENT.getPaths().get("/supie/meetings/search"))
                        .getGet()
                        .getParameters()
                        .stream()
                        .map(each -> each.getName() + " " + each.getSchema().getMaximum())
                        .collect(Collectors.joining(", "));

        assertEquals("q null, offset 1000, limit 50", limits);
    }

    @Test
    void itIsServedToWhoeverAsks() {
        try (Site site = Site.with(Wiring.routes()::onHttpListener)) {
            var response = site.read(ApiDocument.PATH);

            assertEquals(200, response.statusCode());
            assertEquals("application/yaml; charset=UTF-8", Site.header(response, "content-type"));
            assertEquals(TEXT, response.body());
        }
    }
}
