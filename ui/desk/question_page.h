// QuestionPage: one question after the other that only a person can answer: of the last run, before anything is sold;
// of this one, when it is asked for.
#pragma once

#include "ui/common/sheet.h"

namespace parterre {

// One open question in words.
struct RestartQuestion
{
    enum class Kind {
        Payment,   // was the card charged?
        MoneyBack, // give the card its money back
        Print,     // is the paper in the tray?
    } kind = Kind::Payment;
    QString order;     // its code
    QString places;    // what the order is for
    QString amount;    // of the card, as text
    QString reference; // to look for at the terminal
    QString when;      // when it was begun
    int tickets = 1;
    bool ofThisRun = false; // nothing was restarted since
};

class QuestionSheet : public Sheet
{
    Q_OBJECT
public:
    explicit QuestionSheet(QWidget* parent = nullptr);
    void ask(const RestartQuestion& question, int number, int of);

Q_SIGNALS:
    void yes();
    void no();
    void later();

private:
    QLabel* m_count;
    QLabel* m_facts;
    QLabel* m_meaning;
    QPushButton* m_yes;
    QPushButton* m_no;
    QPushButton* m_later;
};

// The page around the sheet: the same card in the middle as the other first pages.
class QuestionPage : public QFrame
{
    Q_OBJECT
public:
    explicit QuestionPage(QWidget* parent = nullptr);
    QuestionSheet& sheet() { return *m_sheet; }

protected:
    bool event(QEvent* event) override;

private:
    void fit(); // the card is as tall as its words: the answers stand right below them
    QFrame* m_card;
    QuestionSheet* m_sheet;
};

} // namespace parterre
