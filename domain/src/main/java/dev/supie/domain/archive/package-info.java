/// What people look for among meetings that were recorded, and how it is shown to them (REST-1).
@NullMarked
package dev.supie.domain.archive;

import org.jspecify.annotations.NullMarked;
