/// Meetings in a relational database: H2 in a folder, or PostgreSQL. [JooqDatabase] is the way in.
@NullMarked
package dev.supie.adapter.out.jooq;

import org.jspecify.annotations.NullMarked;
