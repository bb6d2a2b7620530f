package dev.supie.architecture;

/// Where the layers lie under a root package: the product's, or that of a planted violation.
record Layout(String root) {

    static final Layout PRODUCT = new Layout("dev.supie");

    static final String PLANTED_ROOT = "dev.supie.planted";

    String everything() {
        return root + "..";
    }

    String domain() {
        return root + ".domain..";
    }

    String application() {
        return root + ".application..";
    }

    /// Threads and turns are the business of this one package of the application.
    String runtime() {
        return root + ".application.runtime..";
    }

    String ports() {
        return root + ".application.*.port..";
    }

    String adapters() {
        return root + ".adapter..";
    }

    String inbound() {
        return root + ".adapter.in..";
    }

    String inbound(String name) {
        return root + ".adapter.in." + name + "..";
    }

    String outbound() {
        return root + ".adapter.out..";
    }

    String outbound(String name) {
        return root + ".adapter.out." + name + "..";
    }

    /// Generated from the migrations at build time; nobody chose its names.
    String generated() {
        return root + ".adapter.out.jooq.schema..";
    }

    String bootstrap() {
        return root + ".bootstrap..";
    }

    String bootstrap(String name) {
        return root + ".bootstrap." + name + "..";
    }
}
