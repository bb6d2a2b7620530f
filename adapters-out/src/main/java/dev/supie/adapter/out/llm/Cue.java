package dev.supie.adapter.out.llm;

/// What a phrase hints at. [EnglishPhrases] and [ChinesePhrases] say which phrases do.
enum Cue {
    /// Somebody calls it settled: `we decided`, `定了`.
    DECISION,
    /// It is settled without being called so: `let's go with`, `就按`.
    CHOICE,
    /// The same, but only at the front and without a condition: `then we keep`, `那就`.
    SETTLED,
    /// Somebody who can be held to it: `I`, `我`, a speaker's name.
    OWNER,
    /// Somebody else: `you`, `他`.
    PERSON,
    /// The team: `we`, `我们`. It owns plans, not actions.
    GROUP,
    /// Will do: `will`, `来`, `把`.
    FIRM_MODAL,
    /// Has to do: `need to`, `必须`.
    NEED_MODAL,
    /// Might do: `should`, `可以`.
    SOFT_MODAL,
    /// Something is handed to somebody: `please`, `负责`, `action item`.
    DUTY,
    /// Work that ends in something: `send`, `测试`.
    TASK,
    /// When: `by Friday`, `下周二`.
    DEADLINE,
    /// It is past; nobody has to do it any more: `yesterday`, `已经`.
    DONE,
    /// Somebody calls it one: `the risk is`, `担心`.
    RISK,
    /// It is one without being called so: `blocked`, `来不及`.
    TROUBLE,
    /// Two of these make a risk: `might`, `问题`.
    RISK_HINT,
    NEXT_STEP,
    /// A plan, if it says what or when: `plan to`, `打算`.
    PLAN,
    NEGATION,
    /// Whatever follows in the clause is not a fact: `if`, `如果`.
    CONDITION,
    /// The clause is about something left open, whatever else it says: `not yet`, `再决定`.
    OPEN,
    /// A question wherever it stands: `谁来`, `能不能`.
    ASKING,
    /// A question if the sentence begins with it: `what is`.
    ASKING_FIRST,
    /// A question that asks somebody to do something: `can you`, `能不能`.
    REQUEST,
    /// Ends what a negation or condition reaches: `so`, `但是`.
    BREAK,
    /// The meeting's subject follows: `today we will talk about`, `今天主要讨论`.
    TOPIC,
    /// The talk turns to something: `next topic`, `先看`.
    TURN,
    /// Looks like one of the others and is not: `负责人`, `I will be`. It only hides what it covers.
    NOTHING
}
