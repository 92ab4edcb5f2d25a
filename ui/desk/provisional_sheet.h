// ProvisionalSheet: before a sale outside the reserve while the line is down: what that means, whom to tell, what they
// want then. The map stays visible.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/sheet.h"

class QLineEdit;
class QRadioButton;

namespace parterre {

class ProvisionalSheet : public Sheet
{
    Q_OBJECT
public:
    explicit ProvisionalSheet(QWidget* parent = nullptr);
    // `places`: how many of the basket are outside the reserve. Fields keep what was typed for the same basket.
    void open(int places, const QString& which);
    void clear(); // the next customer

Q_SIGNALS:
    void confirmed(const parterre::Buyer& buyer, parterre::Wish wish); // go on to paying

private:
    void submit();
    void showProblem(const QString& sentence);
    QLineEdit* addField(const QString& caption, const char* name);
    void addWish(Wish wish, const QString& words, int key);

    QLabel* m_meaning;
    QLineEdit* m_name;
    QLineEdit* m_contact;
    QLabel* m_problem;
    QList<std::pair<Wish, QRadioButton*>> m_wishes;
};

// What a clerk typed as "phone or e-mail", sorted into the buyer; false when it can be neither.
bool readContact(const QString& text, Buyer& buyer);

} // namespace parterre
