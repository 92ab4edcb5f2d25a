// QuestionWiring: what the last run of the program left open, asked one after the other; and the counter that must be
// checked.
#pragma once

#include "app/counter/desk_parts.h"
#include "ui/desk/question_page.h"

namespace parterre {

class QuestionWiring : public QObject
{
    Q_OBJECT
public:
    explicit QuestionWiring(const DeskParts& parts);

    // After sign-in: the pages that come before selling, then `finished()`. Answers whether there is any.
    bool begin();
    void askAgain(); // those that were put off; the sale page comes back afterwards

Q_SIGNALS:
    void finished();                                // nothing is left to ask now
    void ticketsRequested(parterre::OrderId order); // print them again, or for the first time
    void eventWanted(parterre::EventId event, const std::function<void(bool)>& done); // must be open for an answer

private:
    void next();
    void ask(const OpenQuestion& question);
    void answer(bool yes);
    void answered(Result<void> done, std::optional<OrderId> print = std::nullopt);
    bool isPutOff(const OpenQuestion& question) const;
    RestartQuestion wordsOf(const OpenQuestion& question) const;

    DeskParts m_parts;
    std::optional<OpenQuestion> m_asked;
    std::vector<OpenQuestion> m_later; // put off in this round
    int m_number = 0;
    bool m_busy = false;
};

} // namespace parterre
