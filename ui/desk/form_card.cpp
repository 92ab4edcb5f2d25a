// The card's measures, by the tokens.
#include "ui/desk/form_card.h"

#include "ui/common/theme.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {
constexpr int cardWidth = 460;
}

QVBoxLayout* formCard(QFrame* page, const QString& title, const QString& sentence)
{
    auto* outer = new QVBoxLayout(page);
    auto* card = new QFrame(page);
    setRole(card, Role::Panel);
    card->setFixedWidth(cardWidth);
    outer->addStretch(2);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(tokens::space32, tokens::space24, tokens::space32, tokens::space32);
    layout->setSpacing(tokens::space8);
    auto* heading = new QLabel(title, card);
    heading->setFont(themeFont(tokens::typeHeadline));
    layout->addWidget(heading);
    auto* text = new QLabel(sentence, card);
    text->setWordWrap(true);
    // A wrapped label tells its height only for a width it knows.
    text->setFixedWidth(cardWidth - 2 * tokens::space32);
    setRole(text, Role::Muted);
    layout->addWidget(text);
    layout->addSpacing(tokens::space12);
    return layout;
}

QLineEdit* addField(QVBoxLayout* card, const QString& caption, const QString& objectName)
{
    auto* label = new QLabel(caption, card->parentWidget());
    auto* field = new QLineEdit(card->parentWidget());
    label->setBuddy(field);
    field->setObjectName(objectName);
    field->setAccessibleName(caption);
    field->setMinimumHeight(tokens::space32 + tokens::space8);
    card->addWidget(label);
    card->addWidget(field);
    return field;
}

QLabel* addProblemLine(QVBoxLayout* card)
{
    auto* problem = new QLabel(card->parentWidget());
    problem->setWordWrap(true);
    problem->setFixedWidth(cardWidth - 2 * tokens::space32);
    problem->setObjectName(u"problem"_s);
    problem->setStyleSheet(u"color:%1"_s.arg(currentColours().danger.name()));
    card->addWidget(problem);
    return problem;
}

} // namespace parterre
