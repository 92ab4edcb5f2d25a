// ConflictSheet: the inbox of cases: which there are, why, and one key for what is to be done about each.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/sheet.h"
#include "ui/seatmap/seat_map_model.h"

namespace parterre {

class CaseDetail;
class CaseList;

class ConflictSheet : public Sheet
{
    Q_OBJECT
public:
    explicit ConflictSheet(QWidget* parent = nullptr);
    // `plan` outlives the showing of `cases`.
    void setCases(std::vector<CaseReport> cases, SeatPlanPtr plan, const EventTerms& terms, Instant now);
    void setLine(bool up); // a step needs the centre
    void setBusy(bool busy);
    void choose(CaseId id);
    std::optional<CaseReport> current() const;

Q_SIGNALS:
    // The steps of the current case.
    void offerRequested(parterre::CaseId id);
    void offerAnswered(parterre::CaseId id, std::optional<quint32> choice); // none: declined
    void refundGiven(parterre::CaseId id);
    void doorRequested(parterre::CaseId id, bool settled);
    void letterRequested(parterre::CaseId id, quint32 choice);
    void ticketsRequested(parterre::OrderId order); // those of the new seats
    // What the map is to show while the sheet is open; empty when there is nothing to show.
    void proposalShown(const parterre::SeatProposal& proposal);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void addButtons();
    void showCase();
    void showButtons();
    void tellProposal();
    void primary(); // Enter: what the case waits for
    void otherOffers();

    std::vector<CaseReport> m_cases;
    SeatPlanPtr m_plan;
    EventTerms m_terms;
    Instant m_now;
    std::size_t m_choice = 0;
    std::optional<CaseId> m_shown;
    bool m_up = true;
    bool m_busy = false;
    CaseList* m_list;
    CaseDetail* m_detail;
    QLabel* m_empty;
    QLabel* m_hint;
    QLabel* m_asking;
    QPushButton* m_go;
    QPushButton* m_other;
    QPushButton* m_decline;
    QPushButton* m_refund;
    QPushButton* m_door;
    QPushButton* m_tickets;
    QPushButton* m_letter;
};

} // namespace parterre
