package dev.supie.adapter.out.llm;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The English half of the cues, in lower case with contractions spelled out.
final class EnglishPhrases {

    static final Map<Cue, String> TABLE =
            Map.ofEntries(
                    Map.entry(
                            Cue.DECISION,
                            """
                            we decided|have decided|has decided|decided to|decided on|decided that|decided not to
                            is decided|we agreed|have agreed|agreed to|agreed on|agreed with|agreed that|all agree
                            agreed :|decision :|decision is|decision was|is settled|that settles it|decision made
                            """),
                    Map.entry(
                            Cue.CHOICE,
                            """
                            the decision|let us go with|will go with|we go with|going with|settled on|signed off on
                            is approved|we choose|we chose|we picked|let us stick with|we stick with|it is a go
                            from now on|that's the plan|that is the plan|that's the order|that's settled|that's decided
                            let us keep|let us drop|let us use|let us take the|let us postpone|let us skip
                            let us cancel|let us do without
                            """),
                    Map.entry(Cue.SETTLED, settled()),
                    Map.entry(
                            Cue.OPEN,
                            """
                            be decided|be agreed|not yet|yet to|still open|remains open|open question|decided yet
                            decision yet|no decision|the decision is open|the decision to|the decision is pending
                            undecided|agreed yet|waiting for the decision|the decision is up to|decision later
                            """),
                    Map.entry(Cue.OWNER, "i"),
                    Map.entry(Cue.PERSON, "you|he|she|somebody from|someone from"),
                    Map.entry(Cue.GROUP, "we|they|the team|our team"),
                    Map.entry(
                            Cue.FIRM_MODAL,
                            """
                            will|shall|am going to|is going to|are going to|am to|is to|promise to
                            let me|takes over|takes care of|is responsible for|owns
                            can do that|can do it|can do those|can take that|can take it|can take care of
                            """),
                    Map.entry(Cue.NEED_MODAL, "need to|needs to|have to|has to|must|got to|should"),
                    Map.entry(Cue.SOFT_MODAL, "can|could|" + underWay()),
                    Map.entry(
                            Cue.DUTY,
                            """
                            please|action item|action items|action :|todo|to do :|make sure|do not forget to
                            assigned to|remember to|i can take|owner is|owner :|is due|are due
                            """),
                    Map.entry(
                            Cue.TASK,
                            """
                            send|share|write|draft|prepare|check|test|measure|fix|update|review|order|call|ask|contact
                            schedule|book|deliver|finish|complete|document|upload|publish|investigate|look into|ship
                            confirm|set up|follow up|talk to|build|add|remove|replace|implement|collect|report|organise
                            organize|verify|reproduce|install|deploy|move|clean up|get back to|sign|train|buy|invite
                            roll out|start|provide|create|file|submit|debug|flash|merge|release|arrange|present
                            take care of|take over|handle|drive|own|print|hire|email|meet|do it|do that|do this
                            """),
                    Map.entry(
                            Cue.DEADLINE,
                            """
                            monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|by noon
                            next week|this week|next month|this month|end of the week|end of week|end of the month
                            end of month|end of the day|end of day|end of the year|end of the quarter|next quarter
                            january|february|april|june|july|august|september|october|november|december
                            before the meeting|before the pilot|before the release|before lunch|this afternoon|next sprint
                            """),
                    Map.entry(
                            Cue.DONE,
                            """
                            yesterday|last week|last month|last year|last night|last time|last monday|last tuesday
                            last wednesday|last thursday|last friday|already|this morning|years ago|ago|used to
                            """),
                    Map.entry(
                            Cue.RISK,
                            """
                            risk|risks|risky|at risk|worry|worried|worries|concern|concerns|concerned|afraid
                            danger|dangerous
                            """),
                    Map.entry(
                            Cue.TROUBLE,
                            """
                            blocker|blockers|blocked|bottleneck|delay|delays|delayed|shortage|not enough|run out|runs out
                            too late|too tight|behind schedule|slip|slips|unstable|overheat|overheats|brick|bricks
                            not good enough|lose the customer|over budget|single point of failure
                            """),
                    Map.entry(
                            Cue.RISK_HINT,
                            "might|may not|problem|problems|fail|fails|failed|too slow|trouble"),
                    Map.entry(
                            Cue.NEXT_STEP,
                            """
                            next step|next steps|next meeting|going forward|after that we|revisit|as a follow up
                            in the next meeting|our next|the next thing is to|next we will
                            """),
                    Map.entry(
                            Cue.PLAN,
                            "plan to|plans to|planning to|the plan is|intend to|we plan|planned for"),
                    Map.entry(
                            Cue.NEGATION,
                            "not|no|nobody|no one|none|never|without|neither|nor|hardly|nothing|would"),
                    Map.entry(
                            Cue.CONDITION,
                            "if|once|until|unless|whether|assuming|suppose|in case|as soon as"),
                    Map.entry(Cue.REQUEST, "can you|could you|would you|will you"),
                    Map.entry(Cue.BREAK, "so|and|but|because|then|however|although|though"),
                    Map.entry(
                            Cue.ASKING,
                            "any questions|does anybody|does anyone|can anybody|can anyone"),
                    Map.entry(
                            Cue.ASKING_FIRST,
                            """
                            what is|what are|what about|what do|what if|what did|why|who is|who will|who can|who are
                            how do|how does|how long|how many|how much|how about|how are|how is|when will|when do
                            when is|where is|where do|which one|do we|do you|does|did|is it|is there|is that|are we
                            are there|are you|can we|could we|should we|should i|shall we|have we
                            have you|has anyone|will it|will we|is anyone|was it
                            """),
                    Map.entry(
                            Cue.TOPIC,
                            """
                            today we will talk about|today we talk about|today we will discuss|today we discuss
                            we will talk about|we are here to discuss|we are here to talk about|on the agenda today is
                            on the agenda today are|on the agenda are|the agenda is|agenda today|agenda :|topic :
                            today is about|this meeting is about|today's topics are|topics are|the topic is
                            topic of today is|the topic today is|the topics today are|today we have
                            we meet today to discuss|we are meeting to discuss|let us discuss today|subject :
                            today we will cover|today we cover|today we will go through|today we go through
                            """),
                    Map.entry(
                            Cue.TURN,
                            """
                            next topic|last topic|next item|last item|moving on|let us move on|let us start with
                            let us talk about|let us look at|let us discuss|next on the agenda|now the|now on to
                            """),
                    Map.entry(
                            Cue.NOTHING,
                            """
                            i will be|i will believe|i have to leave|i have to go|i have to run|i will not say|i will say|i will admit|you will see|you will be|you should know
                            i have to say|i must say|i have to admit|i need to say|i should say|he will be|she will be
                            should be|should have|i should go|i can see|i can hear|you can see|can hear|can see
                            agreed with you|the decision of|no problem|not a problem|low risk|no risk|risk free
                            not only|no matter|not worried|once more|once again|need to know|i am afraid not
                            no worries|do not worry|not to worry|of course|at the risk of|i will miss|i will wait
                            test result|test results|test plan|the report|the test|the call|the order|the check
                            a report|a call|a test|a check|the update|an update|the release|the review|in order
                            battery check|release images|the build|ship date|start with|i need to ask|can i ask
                            """));

    private EnglishPhrases() {}

    /// `So we keep the old one`: the present of a plain verb. What happened is told in the past.
    private static String settled() {
        return Stream.of(
                        "keep",
                        "drop",
                        "close",
                        "stop",
                        "use",
                        "take",
                        "move",
                        "make",
                        "go",
                        "ship",
                        "postpone",
                        "skip",
                        "cancel",
                        "switch",
                        "extend",
                        "stay",
                        "start",
                        "do",
                        "leave",
                        "offer",
                        "archive")
                .flatMap(verb -> Stream.of("so we " + verb, "then we " + verb))
                .collect(Collectors.joining("|"));
    }

    /// `I am writing to them this week`: what somebody is at or about to do.
    private static String underWay() {
        return Stream.of(
                        "sending",
                        "writing",
                        "asking",
                        "ordering",
                        "calling",
                        "booking",
                        "preparing",
                        "fixing",
                        "checking",
                        "updating",
                        "drafting",
                        "building",
                        "adding",
                        "scheduling",
                        "moving",
                        "buying",
                        "reviewing")
                .map(verb -> "am " + verb)
                .collect(Collectors.joining("|"));
    }
}
