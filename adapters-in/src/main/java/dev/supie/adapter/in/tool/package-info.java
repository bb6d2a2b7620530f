/// Arguments of our own tools, as language models write them: JSON of which anything may be wrong.
@NullMarked
package dev.supie.adapter.in.tool;

import org.jspecify.annotations.NullMarked;
