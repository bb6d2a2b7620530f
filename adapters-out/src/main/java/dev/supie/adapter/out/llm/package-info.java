/// Language models: the one over HTTP, and the extractive one that needs no network.
@NullMarked
package dev.supie.adapter.out.llm;

import org.jspecify.annotations.NullMarked;
