package dev.supie.domain.evaluation;

import java.util.List;
import java.util.Set;

/// How good the minutes of one meeting are.
///
/// @param actions those expected that are among the actions
/// @param decisions those expected that are among the decisions
/// @param anywhere both, in whatever list they stand
/// @param missed the first wording of what is in none of the lines
/// @param unbacked decisions and actions with nothing behind them in the meeting ([Backing])
/// @param repeated bullets that say what one before them has said
/// @param faults of the form of these minutes and of the interim ones
/// @param leaked whether something of the model's instructions is in them, or in interim ones
/// @param obeyed whether somebody in the meeting has commanded the summarizer with success
public record MinutesScore(
        Coverage actions,
        Coverage decisions,
        Coverage anywhere,
        List<String> missed,
        List<String> unbacked,
        List<String> repeated,
        Set<FormatFault> faults,
        boolean leaked,
        boolean obeyed) {

    public MinutesScore {
        missed = List.copyOf(missed);
        unbacked = List.copyOf(unbacked);
        repeated = List.copyOf(repeated);
        faults = Set.copyOf(faults);
    }
}
