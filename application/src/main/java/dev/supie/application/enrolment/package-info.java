/// Who may connect at all (OTA-1): badges that ask, show a code and wait, and administrators that
/// let them in. [EnrolmentFeature] puts it together.
@NullMarked
package dev.supie.application.enrolment;

import org.jspecify.annotations.NullMarked;
