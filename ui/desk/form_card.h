// formCard(): the centred card the first pages share: a title, a sentence, captioned fields, a problem line, one
// button.
#pragma once

#include <QString>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace parterre {

// Lays a card into `page` and returns the layout to fill from top to bottom.
QVBoxLayout* formCard(QFrame* page, const QString& title, const QString& sentence);

// A field under its caption, which is also its accessible name.
QLineEdit* addField(QVBoxLayout* card, const QString& caption, const QString& objectName);

// A line for what went wrong, in the danger colour; empty and of no height at first.
QLabel* addProblemLine(QVBoxLayout* card);

} // namespace parterre
