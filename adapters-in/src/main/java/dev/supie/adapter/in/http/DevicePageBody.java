package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;

/// A page of badges; one that is shorter than its limit is the last.
@JsonbPropertyOrder({"offset", "limit", "devices"})
record DevicePageBody(long offset, int limit, List<DeviceBody> devices) {}
