/// What enrolment needs from outside.
@NullMarked
package dev.supie.application.enrolment.port;

import org.jspecify.annotations.NullMarked;
