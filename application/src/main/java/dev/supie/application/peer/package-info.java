/// Messages from badge to badge (PEER-1 to PEER-9): taken in, stored, sent and told about.
@NullMarked
package dev.supie.application.peer;

import org.jspecify.annotations.NullMarked;
