// Plain words first, then two fields and three wishes; Enter goes on when the customer can be reached.
#include "ui/desk/provisional_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

bool readContact(const QString& text, Buyer& buyer)
{
    static const QRegularExpression email(u"^[^\\s@]+@[^\\s@]+\\.[^\\s@.]{2,}$"_s);
    static const QRegularExpression phone(u"^\\+?[0-9 ()/.\\-]+$"_s);
    const QString clean = text.trimmed();
    buyer.email.clear();
    buyer.phone.clear();
    if (email.match(clean).hasMatch()) {
        buyer.email = clean.toStdString();
        return true;
    }
    const auto digits = std::count_if(clean.begin(), clean.end(), [](QChar c) { return c.isDigit(); });
    if (digits < 6 || digits > 16 || !phone.match(clean).hasMatch())
        return false;
    buyer.phone = clean.toStdString();
    return true;
}

ProvisionalSheet::ProvisionalSheet(QWidget* parent) : Sheet(tr("Provisional sale"), parent)
{
    m_meaning = addText();
    m_meaning->setObjectName(u"provisionalMeaning"_s);
    auto* outcome =
        addText(tr("When the line is back, the centre decides. Still free: the tickets count as they are. Sold "
                   "to somebody else meanwhile: this customer is told and gets what they wish below."),
                true);
    outcome->setObjectName(u"provisionalOutcome"_s);
    m_name = addField(tr("Name of the customer"), "provisionalName");
    m_contact = addField(tr("Phone or e-mail"), "provisionalContact");
    addText(tr("If the seats are gone"), true);
    addWish(Wish::Ask, tr("Ask me"), Qt::Key_F2);
    addWish(Wish::Auto, tr("Seat me near"), Qt::Key_F3);
    addWish(Wish::Refund, tr("Money back"), Qt::Key_F4);
    m_problem = addText();
    m_problem->setObjectName(u"provisionalProblem"_s);
    m_problem->setStyleSheet(u"color:%1"_s.arg(currentColours().danger.name()));
    body()->addStretch(1);
    addButton(tr("Go on to pay"), "provisionalGo", {Qt::Key_Return}, Role::PrimaryButton, [this] { submit(); });
    addBackButton();
    setFirstFocus(m_name);
    clear();
}

QLineEdit* ProvisionalSheet::addField(const QString& caption, const char* name)
{
    auto* label = addText(caption, true);
    auto* field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(caption);
    field->setMaxLength(200);
    label->setBuddy(field);
    body()->addWidget(field);
    connect(field, &QLineEdit::textChanged, this, [this] { m_problem->clear(); });
    return field;
}

void ProvisionalSheet::addWish(Wish wish, const QString& words, int key)
{
    auto* button = new QRadioButton(u"%1   %2"_s.arg(words, keyName(key)), this);
    button->setAccessibleName(words);
    button->setObjectName(u"wish%1"_s.arg(m_wishes.size() + 1));
    body()->addWidget(button);
    auto* shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, button, [button] { button->setChecked(true); });
    m_wishes.push_back({wish, button});
    hint(keyName(key), words);
}

void ProvisionalSheet::open(int places, const QString& which)
{
    m_meaning->setText(
        tr("The line is down and %n of these places are not in this counter's reserve: %1. You can sell them "
           "now, but the centre may have promised them to somebody else. The tickets are marked PROVISIONAL.",
           nullptr, places)
            .arg(which));
    m_problem->clear();
}

void ProvisionalSheet::clear()
{
    m_name->clear();
    m_contact->clear();
    m_problem->clear();
    m_wishes.front().second->setChecked(true);
}

void ProvisionalSheet::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setAccessibleName(sentence);
}

void ProvisionalSheet::submit()
{
    Buyer buyer;
    buyer.name = m_name->text().trimmed().toStdString();
    if (buyer.name.empty()) {
        m_name->setFocus();
        return showProblem(tr("The name is missing: it stands on the tickets and finds the order again."));
    }
    if (!readContact(m_contact->text(), buyer)) {
        m_contact->setFocus();
        m_contact->selectAll();
        return showProblem(m_contact->text().trimmed().isEmpty()
                               ? tr("A phone number or an e-mail address is missing: without it nobody can be told.")
                               : tr("That is neither a phone number nor an e-mail address. Type for example 030 123456 "
                                    "or name@example.org."));
    }
    const auto chosen =
        std::find_if(m_wishes.begin(), m_wishes.end(), [](const auto& wish) { return wish.second->isChecked(); });
    Q_EMIT confirmed(buyer, chosen == m_wishes.end() ? Wish::Ask : chosen->first);
}

} // namespace parterre
