package dev.supie.adapter.out.jooq;

import dev.supie.application.meeting.port.StoreException;

import java.util.Optional;

/// What [Transactions] asks so that a database in trouble is let be, and comes back by itself.
interface Upkeep {

    /// A database server looks after itself.
    Upkeep ELSEWHERE =
            new Upkeep() {
                @Override
                public long beforeUse() {
                    return 0;
                }

                @Override
                public Optional<String> obstacle() {
                    return Optional.empty();
                }

                @Override
                public void sync(long opening) {}

                @Override
                public void failed(Throwable cause, long opening) {}
            };

    /// To be called before a connection is taken.
    ///
    /// @return which opening of the database it will be one to
    /// @throws StoreException at once if there is no database to be had
    long beforeUse();

    /// Why nothing may be written now, for people; empty if it may.
    Optional<String> obstacle();

    /// Waits until all that was committed so far survives a loss of power. A server does that in
    /// its commits.
    ///
    /// @param opening which one it was committed in, as [#beforeUse] said
    /// @throws StoreException if that is not known
    void sync(long opening);

    /// The database has failed, for whatever reason.
    ///
    /// @param opening which one, as [#beforeUse] said: what is still heard of one that was closed
    ///   long ago says nothing about the one that is open now
    void failed(Throwable cause, long opening);
}
