/// The Model Context Protocol, for people's assistants that use our tools: JSON-RPC in text,
/// without the HTTP that carries it.
@NullMarked
package dev.supie.adapter.in.mcp;

import org.jspecify.annotations.NullMarked;
