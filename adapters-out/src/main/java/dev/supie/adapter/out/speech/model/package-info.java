/// The files of the speech models: which ones, where they come from, and whether they are right.
///
/// Nothing here needs more than the JDK, so that the build can use it before anything else is
/// there.
@NullMarked
package dev.supie.adapter.out.speech.model;

import org.jspecify.annotations.NullMarked;
