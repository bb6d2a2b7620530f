/// What badges and Supie say to each other as JSON: text to typed frames and typed messages to
/// text. Decides nothing, looks nothing up.
@NullMarked
package dev.supie.adapter.in.badge.codec;

import org.jspecify.annotations.NullMarked;
