/// Who may connect: origins, credentials and the limit of failed attempts (HS-2, AUTH-1 to AUTH-4).
@NullMarked
package dev.supie.application.access;

import org.jspecify.annotations.NullMarked;
