package dev.supie.adapter.in.http;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Notes which routes are installed, instead of serving them.
final class RecordedRoutes {

    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "options", "head");

    /// What adds no route of its own: `any` goes before others, features after all.
    private static final Set<String> BESIDE = Set.of("any", "addFilter", "addFeature", "error");

    private final Set<String> routes = new TreeSet<>();

    private RecordedRoutes() {}

    /// Such as `GET /supie/meetings/{id}`, without an optional slash at the end.
    static Set<String> of(Consumer<HttpRouting.Builder> installation) {
        var recorded = new RecordedRoutes();
        installation.accept(recorded.under("", HttpRouting.Builder.class));
        return recorded.routes;
    }

    private <T> T under(String prefix, Class<T> rules) {
        InvocationHandler recorder =
                (proxy, method, arguments) -> {
                    record(prefix, method, arguments);
                    return proxy;
                };
        return rules.cast(
                Proxy.newProxyInstance(
                        RecordedRoutes.class.getClassLoader(), new Class<?>[] {rules}, recorder));
    }

    private void record(String prefix, Method method, Object[] arguments) {
        String name = method.getName();
        if (METHODS.contains(name) && arguments[0] instanceof String path) {
            String whole = (prefix + path).replace("[/]", "").replaceFirst("/$", "");
            routes.add(name.toUpperCase(Locale.ROOT) + " " + whole);
        } else if (name.equals("register") && arguments[0] instanceof String path) {
            for (HttpService service : (HttpService[]) arguments[1]) {
                service.routing(under(prefix + path, HttpRules.class));
            }
        } else if (!BESIDE.contains(name)) {
            // A way of adding routes that nobody has taught this class would go unseen.
            throw new IllegalStateException("not understood: " + method);
        }
    }
}
