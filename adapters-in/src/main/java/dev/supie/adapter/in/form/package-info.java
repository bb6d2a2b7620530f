/// What is the same however a request comes: what its fields may hold, and what people are told who
/// send something else.
@NullMarked
package dev.supie.adapter.in.form;

import org.jspecify.annotations.NullMarked;
