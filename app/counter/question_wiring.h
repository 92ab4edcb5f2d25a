// QuestionWiring: what the last run of the program, or the card terminal, left open: how many there are, asked one
// after the other; and the counter that must be checked.
#pragma once

#include "app/counter/desk_parts.h"
#include "ui/desk/question_page.h"

namespace parterre {

class QuestionBadge;

class QuestionWiring : public QObject
{
    Q_OBJECT
public:
    explicit QuestionWiring(const DeskParts& parts);

    // After sign-in: the pages that come before selling, then `finished()`. Answers whether there is any.
    bool begin();
    void askAgain(); // those that were put off; the sale page comes back afterwards
    void show();     // how many are open

Q_SIGNALS:
    void finished();                                // nothing is left to ask now
    void ticketsRequested(parterre::OrderId order); // print them again, or for the first time
    void eventWanted(parterre::EventId event, const std::function<void(bool)>& done); // must be open for an answer

private:
    void next();
    void openFor(const OpenQuestion& question);
    bool isServing() const;
    void ask(const OpenQuestion& question);
    void answer(bool yes);
    void answered(Result<void> done, std::optional<OrderId> print = std::nullopt);
    bool isPutOff(const OpenQuestion& question) const;
    bool isOfThisRun(const OpenQuestion& question) const;
    RestartQuestion wordsOf(const OpenQuestion& question) const;

    DeskParts m_parts;
    Instant m_startedAt;        // of this run of the program: what began before is a question of the last one
    Milliseconds m_startedBoot; // the same by the clock that nobody sets
    std::optional<std::vector<OpenQuestion>> m_before; // open when the first clerk signed in
    std::optional<OpenQuestion> m_asked;
    std::vector<OpenQuestion> m_later; // put off in this round
    QuestionBadge* m_badge;            // owned by the top bar
    int m_number = 0;
    int m_round = 0;        // of asking: what belongs to an older one is passed over
    bool m_opening = false; // the event of the next question
    bool m_busy = false;
};

} // namespace parterre
