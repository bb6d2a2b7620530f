/// Which badges an administrator has let in (OTA-1): a badge asks, shows a code, and is approved or
/// refused.
@NullMarked
package dev.supie.domain.enrolment;

import org.jspecify.annotations.NullMarked;
