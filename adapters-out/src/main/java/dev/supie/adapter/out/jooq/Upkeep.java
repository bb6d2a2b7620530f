package dev.supie.adapter.out.jooq;

import dev.supie.application.meeting.port.StoreException;

import java.util.Optional;

/// What [Transactions] asks so that a database in trouble is let be, and comes back by itself.
interface Upkeep {

    /// A database server looks after itself.
    Upkeep ELSEWHERE =
            new Upkeep() {
                @Override
                public void beforeUse() {}

                @Override
                public Optional<String> obstacle() {
                    return Optional.empty();
                }

                @Override
                public void failed(Throwable cause) {}
            };

    /// To be called before a connection is taken.
    ///
    /// @throws StoreException at once if there is no database to be had
    void beforeUse();

    /// Why nothing may be written now, for people; empty if it may.
    Optional<String> obstacle();

    /// The database has failed, for whatever reason.
    void failed(Throwable cause);
}
