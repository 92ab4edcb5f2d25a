// ConflictWiring: the inbox of cases: badge, sheet, the proposal on the map, the steps, letters.
#pragma once

#include "app/counter/desk_parts.h"

namespace parterre {

class ConflictBadge;
class ConflictSheet;
class LetterPrinter;

class ConflictWiring : public QObject
{
    Q_OBJECT
public:
    ConflictWiring(const DeskParts& parts, LetterPrinter& letters); // outlives the wiring
    void show();                                                    // the cases as they are now
    void open();                                                    // the sheet
    ConflictSheet& sheet() { return *m_sheet; }

Q_SIGNALS:
    void ticketsRequested(parterre::OrderId order); // of the new seats

private:
    void connectSteps();
    QString seatedNews(CaseId id, std::size_t choice) const; // where an accepted offer seats them
    Completion<void> answered(const QString& goodNews);
    void printLetter(CaseId id, std::uint32_t choice);

    DeskParts m_parts;
    LetterPrinter& m_letters;
    ConflictBadge* m_badge; // owned by the top bar
    ConflictSheet* m_sheet; // owned by the sale page
};

} // namespace parterre
