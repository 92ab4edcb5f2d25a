// The card's measures, by the tokens.
#include "ui/desk/form_card.h"

#include "ui/common/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {
constexpr int cardWidth = 460; // at 100 % text
}

QVBoxLayout* formCard(QFrame* page, const QString& title, const QString& sentence)
{
    // Large text on a small screen scrolls rather than being cut off.
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    auto* ground = new QWidget(scroll);
    scroll->setWidget(ground);
    auto* outer = new QVBoxLayout(ground);
    auto* card = new QFrame(ground);
    setRole(card, Role::Panel);
    card->setFixedWidth(qRound(cardWidth * std::min(currentTextScale(), 1.6)));
    // Centred by stretches: an alignment would take the height of the words for one unbroken line.
    auto* across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(card);
    across->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(across);
    outer->addStretch(3);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(tokens::space32, tokens::space24, tokens::space32, tokens::space32);
    layout->setSpacing(tokens::space4);
    auto* heading = new QLabel(title, card);
    heading->setFont(themeFont(tokens::typeHeadline));
    heading->setWordWrap(true);
    layout->addWidget(heading);
    auto* text = new QLabel(sentence, card);
    text->setWordWrap(true);
    setRole(text, Role::Muted);
    layout->addWidget(text);
    layout->addSpacing(tokens::space4);
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
    card->addSpacing(tokens::space8);
    card->addWidget(label);
    card->addWidget(field);
    return field;
}

QLabel* addProblemLine(QVBoxLayout* card)
{
    auto* problem = new QLabel(card->parentWidget());
    problem->setWordWrap(true);
    problem->setObjectName(u"problem"_s);
    problem->setStyleSheet(u"color:%1"_s.arg(currentColours().danger.name()));
    card->addWidget(problem);
    return problem;
}

} // namespace parterre
