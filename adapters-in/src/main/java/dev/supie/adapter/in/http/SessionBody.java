package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/// What the console may show.
///
/// @param role `administrator`, `reader` or `nobody`
/// @param readable whether meetings and tasks may be read by everybody
@JsonbPropertyOrder({"role", "readable"})
record SessionBody(String role, boolean readable) {}
