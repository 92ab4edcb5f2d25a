<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>DetailText</name>
    <message>
        <source>The line is down: %1 is not in this counter&apos;s offline reserve. Nothing was changed; choose a seat with the reserve mark.</source>
        <translation>Keine Verbindung: %1 gehört nicht zur Offline-Reserve dieser Kasse. Es wurde nichts geändert; bitte einen Platz mit Reservezeichen wählen.</translation>
    </message>
    <message>
        <source>The line is down: %1 are not in this counter&apos;s offline reserve. Nothing was changed; choose seats with the reserve mark.</source>
        <translation>Keine Verbindung: %1 gehören nicht zur Offline-Reserve dieser Kasse. Es wurde nichts geändert; bitte Plätze mit Reservezeichen wählen.</translation>
    </message>
    <message>
        <source>The line is down and this basket is held at the centre. Nothing was changed; it can be changed and sold when the line is back.</source>
        <translation>Keine Verbindung, und dieser Warenkorb ist in der Zentrale gehalten. Es wurde nichts geändert; er kann geändert und verkauft werden, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>The line is down and these seats are held at the centre: not sold. Nothing was changed; wait for the line or sell from the reserve.</source>
        <translation>Keine Verbindung, und diese Plätze sind in der Zentrale gehalten: nicht verkauft. Es wurde nichts geändert; bitte auf die Verbindung warten oder aus der Reserve verkaufen.</translation>
    </message>
    <message>
        <source>The line is down: reservations are made at the centre. Nothing was changed.</source>
        <translation>Keine Verbindung: Reserviert wird in der Zentrale. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The line is down: only own sales the centre has not heard of can be voided now. Nothing was changed.</source>
        <translation>Keine Verbindung: Jetzt lassen sich nur eigene Verkäufe stornieren, von denen die Zentrale noch nichts weiß. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The line is down: the hold can be extended when it is back.</source>
        <translation>Keine Verbindung: Die Frist lässt sich verlängern, sobald sie wieder steht.</translation>
    </message>
    <message>
        <source>This event has not been opened here before; it needs the line.</source>
        <translation>Diese Veranstaltung wurde hier noch nie geöffnet; dafür braucht es die Verbindung.</translation>
    </message>
    <message>
        <source>This order was refused; there is nothing to void.</source>
        <translation>Diese Bestellung wurde abgelehnt; es gibt nichts zu stornieren.</translation>
    </message>
    <message>
        <source>This order was not sold at this counter.</source>
        <translation>Diese Bestellung wurde nicht an dieser Kasse verkauft.</translation>
    </message>
    <message>
        <source>The centre has not answered for this order yet.</source>
        <translation>Die Zentrale hat zu dieser Bestellung noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The centre is still being asked; wait for its answer.</source>
        <translation>Die Zentrale wird noch gefragt; bitte die Antwort abwarten.</translation>
    </message>
    <message>
        <source>This basket has no deadline.</source>
        <translation>Dieser Warenkorb hat keine Frist.</translation>
    </message>
    <message>
        <source>No answer from the centre: order %1 is not sold yet. Take no money and hand nothing over; its state is in the list of orders as soon as the line is back.</source>
        <translation>Keine Antwort der Zentrale: Bestellung %1 ist noch nicht verkauft. Bitte kein Geld nehmen und nichts aushändigen; ihr Stand steht in der Liste der Bestellungen, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>The hold has ended: %1. Choose again.</source>
        <translation>Die Frist ist abgelaufen: %1. Bitte neu wählen.</translation>
    </message>
    <message>
        <source>No longer in this counter&apos;s reserve: %1.</source>
        <translation>Nicht mehr in der Reserve dieser Kasse: %1.</translation>
    </message>
    <message>
        <source>The line is down and %1 has not signed in at this counter before.</source>
        <translation>Keine Verbindung, und %1 hat sich an dieser Kasse noch nie angemeldet.</translation>
    </message>
    <message>
        <source>The line is down and this is not the password %1 last signed in with here.</source>
        <translation>Keine Verbindung, und das ist nicht das Passwort, mit dem sich %1 hier zuletzt angemeldet hat.</translation>
    </message>
    <message>
        <source>This order was refused.</source>
        <translation>Diese Bestellung wurde abgelehnt.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The request was not understood. Nothing was changed. Check what was entered and try again.</source>
        <translation>Die Anfrage wurde nicht verstanden. Es wurde nichts geändert. Bitte die Eingabe prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This is too large to process. Nothing was changed. Try a smaller file or fewer seats at a time.</source>
        <translation>Das ist zu groß. Es wurde nichts geändert. Bitte eine kleinere Datei oder weniger Plätze auf einmal nehmen.</translation>
    </message>
    <message>
        <source>This does not exist, or no longer. Reload the list and choose again.</source>
        <translation>Das gibt es nicht oder nicht mehr. Bitte die Liste neu laden und noch einmal wählen.</translation>
    </message>
    <message>
        <source>The centre does not offer this action. Nothing was changed. Check that both programs are up to date.</source>
        <translation>Die Zentrale kennt diese Aktion nicht. Es wurde nichts geändert. Bitte prüfen, ob beide Programme auf dem neuesten Stand sind.</translation>
    </message>
    <message>
        <source>The same request was sent twice with different contents. Only the first one counts. Start again.</source>
        <translation>Dieselbe Anfrage kam zweimal mit verschiedenem Inhalt. Nur die erste gilt. Bitte von vorn beginnen.</translation>
    </message>
    <message>
        <source>You are not signed in, or no longer. Your basket is kept. Sign in again.</source>
        <translation>Sie sind nicht oder nicht mehr angemeldet. Ihr Warenkorb bleibt erhalten. Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Nothing was changed. Ask a supervisor.</source>
        <translation>Ihre Rolle erlaubt das nicht. Es wurde nichts geändert. Bitte die Kassenleitung fragen.</translation>
    </message>
    <message>
        <source>The signature is not valid, so nothing was accepted. Enrol this counter again.</source>
        <translation>Die Signatur ist ungültig, deshalb wurde nichts angenommen. Bitte diese Kasse neu einrichten.</translation>
    </message>
    <message>
        <source>Too many requests in a short time. Nothing was lost. Wait a moment and try again.</source>
        <translation>Zu viele Anfragen in kurzer Zeit. Es ging nichts verloren. Bitte einen Moment warten und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Somebody else has this seat. The rest of your basket is kept. Choose another seat.</source>
        <translation>Dieser Platz ist anderweitig vergeben. Der übrige Warenkorb bleibt erhalten. Bitte einen anderen Platz wählen.</translation>
    </message>
    <message>
        <source>This seat is not in the plan. Nothing was changed. Choose it on the map.</source>
        <translation>Diesen Platz gibt es im Saalplan nicht. Es wurde nichts geändert. Bitte im Saalplan wählen.</translation>
    </message>
    <message>
        <source>There are not enough seats left for this. Nothing was changed. Choose fewer seats or another area.</source>
        <translation>Dafür sind nicht genug Plätze frei. Es wurde nichts geändert. Bitte weniger Plätze oder einen anderen Bereich wählen.</translation>
    </message>
    <message>
        <source>This is more than one order may hold. The basket is kept as it is. Complete this order first.</source>
        <translation>Das ist mehr, als eine Bestellung enthalten darf. Der Warenkorb bleibt, wie er ist. Bitte zuerst diese Bestellung abschließen.</translation>
    </message>
    <message>
        <source>The time for these seats has run out and they were released. Choose them again if they are free.</source>
        <translation>Die Frist für diese Plätze ist abgelaufen, sie wurden freigegeben. Bitte neu wählen, falls sie noch frei sind.</translation>
    </message>
    <message>
        <source>Somebody else holds these seats. Nothing was changed. Choose other seats.</source>
        <translation>Diese Plätze hält gerade jemand anderes. Es wurde nichts geändert. Bitte andere Plätze wählen.</translation>
    </message>
    <message>
        <source>The time was already extended once. The seats are kept until it runs out. Complete the sale.</source>
        <translation>Die Frist wurde schon einmal verlängert. Die Plätze bleiben bis zu ihrem Ablauf gehalten. Bitte den Verkauf abschließen.</translation>
    </message>
    <message>
        <source>This performance is not on sale. Nothing was changed. Ask the manager when sales open.</source>
        <translation>Diese Vorstellung ist nicht im Verkauf. Es wurde nichts geändert. Bitte die Leitung fragen, wann der Verkauf beginnt.</translation>
    </message>
    <message>
        <source>There is no price for this seat and price type. Nothing was changed. Choose another price type.</source>
        <translation>Für diesen Platz gibt es in dieser Preisart keinen Preis. Es wurde nichts geändert. Bitte eine andere Preisart wählen.</translation>
    </message>
    <message>
        <source>The payment was declined. The seats are kept. Try again or choose another way to pay.</source>
        <translation>Die Zahlung wurde abgelehnt. Die Plätze bleiben gehalten. Bitte noch einmal versuchen oder anders bezahlen.</translation>
    </message>
    <message>
        <source>The payment is still being confirmed. The seats are kept. Wait for the answer before paying again.</source>
        <translation>Die Zahlung wird noch bestätigt. Die Plätze bleiben gehalten. Bitte die Antwort abwarten, bevor noch einmal bezahlt wird.</translation>
    </message>
    <message>
        <source>The amount does not match the price of the seats. Nothing was charged. Check the total and try again.</source>
        <translation>Der Betrag passt nicht zum Preis der Plätze. Es wurde nichts abgebucht. Bitte die Summe prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This order was cancelled or replaced. Nothing was changed. Search for the current order.</source>
        <translation>Diese Bestellung wurde storniert oder ersetzt. Es wurde nichts geändert. Bitte die aktuelle Bestellung suchen.</translation>
    </message>
    <message>
        <source>This counter&apos;s reserve was given back. Nothing was sold. Connect to the centre to get a new one.</source>
        <translation>Die Reserve dieser Kasse wurde zurückgegeben. Es wurde nichts verkauft. Eine neue gibt es, sobald die Zentrale erreichbar ist.</translation>
    </message>
    <message>
        <source>This seat is in the reserve of another counter. Choose another seat, or ask for it on line.</source>
        <translation>Dieser Platz gehört zur Reserve einer anderen Kasse. Bitte einen anderen Platz wählen oder online danach fragen.</translation>
    </message>
    <message>
        <source>This counter&apos;s picture is out of date. Sales are kept. It is loading the current state by itself.</source>
        <translation>Der Stand dieser Kasse ist veraltet. Verkäufe bleiben erhalten. Der aktuelle Stand wird von selbst geladen.</translation>
    </message>
    <message>
        <source>This counter knows more than the centre, which may have been restored from a backup. Call support.</source>
        <translation>Diese Kasse weiß mehr als die Zentrale; vielleicht wurde dort eine Sicherung eingespielt. Bitte die Technik rufen.</translation>
    </message>
    <message>
        <source>The centre misses an earlier step of this counter. Nothing is lost; it will be sent again by itself.</source>
        <translation>Der Zentrale fehlt ein früherer Vorgang dieser Kasse. Es ist nichts verloren; er wird von selbst noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Two programs use the identity of this counter. Selling has stopped here. Call support.</source>
        <translation>Zwei Programme verwenden die Kennung dieser Kasse. Der Verkauf ist hier angehalten. Bitte die Technik rufen.</translation>
    </message>
    <message>
        <source>The centre was restored and waits for its counters. Nothing new is sold until they have reported.</source>
        <translation>Die Zentrale wurde wiederhergestellt und wartet auf ihre Kassen. Bis alle sich gemeldet haben, wird nichts Neues verkauft.</translation>
    </message>
    <message>
        <source>The centre set this step aside for a person to decide. Selling goes on. See the list of conflicts.</source>
        <translation>Die Zentrale hat diesen Vorgang zur Klärung zurückgestellt. Der Verkauf geht weiter. Siehe die Liste der Konflikte.</translation>
    </message>
    <message>
        <source>There is no line to the centre. Seats of this counter&apos;s reserve can still be sold.</source>
        <translation>Keine Verbindung zur Zentrale. Plätze aus der Reserve dieser Kasse können weiter verkauft werden.</translation>
    </message>
    <message>
        <source>The centre is very busy. Nothing was changed. Try again in a moment.</source>
        <translation>Die Zentrale ist stark ausgelastet. Es wurde nichts geändert. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The centre cannot answer right now. Nothing was changed. Try again in a moment.</source>
        <translation>Die Zentrale kann gerade nicht antworten. Es wurde nichts geändert. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The centre did not answer in time. It is being checked whether it was done; do not repeat it yet.</source>
        <translation>Die Zentrale hat nicht rechtzeitig geantwortet. Es wird geprüft, ob der Vorgang erledigt ist; bitte noch nicht wiederholen.</translation>
    </message>
    <message>
        <source>This could not be saved to disk, so it was not done. Check the disk for free space.</source>
        <translation>Das konnte nicht gespeichert werden und wurde deshalb nicht ausgeführt. Bitte prüfen, ob auf der Festplatte Platz ist.</translation>
    </message>
    <message>
        <source>Stored data is damaged. Nothing more is written to it. Call support before going on.</source>
        <translation>Gespeicherte Daten sind beschädigt. Es wird nichts mehr hineingeschrieben. Bitte erst die Technik rufen.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. Nothing was changed. Try again; call support if it happens twice.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen. Es wurde nichts geändert. Bitte noch einmal versuchen; beim zweiten Mal die Technik rufen.</translation>
    </message>
</context>
<context>
    <name>MapLabelText</name>
    <message>
        <source>sold out</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>%1 · row %2</source>
        <translation>%1 · Reihe %2</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Parterre box office: sells seats from a live map, with the line down too.</source>
        <translation>Parterre Theaterkasse: verkauft Plätze aus dem Saalplan, auch ohne Verbindung.</translation>
    </message>
    <message>
        <source>Folder of the journal and the cache.</source>
        <translation>Ordner für Journal und Zwischenspeicher.</translation>
    </message>
    <message>
        <source>Address of the centre, offered at the first set-up.</source>
        <translation>Adresse der Zentrale, vorgeschlagen bei der Einrichtung.</translation>
    </message>
    <message>
        <source>Folder for printed tickets (PDF).</source>
        <translation>Ordner für gedruckte Karten (PDF).</translation>
    </message>
    <message>
        <source>Play the commands from standard input, one a line.</source>
        <translation>Befehle von der Standardeingabe ausführen, einen je Zeile.</translation>
    </message>
    <message>
        <source>Colours: light, dark or contrast; else as the desktop.</source>
        <translation>Farben: light (hell), dark (dunkel) oder contrast (Kontrast); sonst wie der Desktop.</translation>
    </message>
    <message>
        <source>Size of text in per cent, 100 to 200.</source>
        <translation>Schriftgröße in Prozent, 100 bis 200.</translation>
    </message>
    <message>
        <source>%1
Row %2 · Seat %3</source>
        <translation>%1
Reihe %2 · Platz %3</translation>
    </message>
    <message>
        <source>Wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>Sicht eingeschränkt</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>One person enters with this code.</source>
        <translation>Dieser Code gilt für eine Person.</translation>
    </message>
    <message>
        <source>Tickets, order %1</source>
        <translation>Karten, Bestellung %1</translation>
    </message>
</context>
<context>
    <name>WhenText</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>parterre::AskSheet</name>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
</context>
<context>
    <name>parterre::BasketLines</name>
    <message>
        <source>Basket lines</source>
        <translation>Positionen im Warenkorb</translation>
    </message>
    <message>
        <source>Seat %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>One place</source>
        <translation>Ein Platz</translation>
    </message>
    <message>
        <source>Another price type   T</source>
        <translation>Andere Preisart   T</translation>
    </message>
    <message>
        <source>Remove this place   Del</source>
        <translation>Diesen Platz entfernen   Entf</translation>
    </message>
</context>
<context>
    <name>parterre::BasketPanel</name>
    <message>
        <source>Basket</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Pick seats on the map, or press 1 to 9 for that many best seats together.</source>
        <translation>Plätze im Saalplan wählen oder mit 1 bis 9 so viele beste Plätze nebeneinander.</translation>
    </message>
    <message>
        <source>Cash   C</source>
        <translation>Bar   C</translation>
    </message>
    <message>
        <source>Card   K</source>
        <translation>Karte   K</translation>
    </message>
    <message>
        <source>Reserve   R</source>
        <translation>Reservieren   R</translation>
    </message>
    <message>
        <source>More time   X</source>
        <translation>Verlängern   X</translation>
    </message>
    <message>
        <source>Empty basket   Esc</source>
        <translation>Warenkorb leeren   Esc</translation>
    </message>
    <message numerus="yes">
        <source>Basket · %n places</source>
        <translation>
            <numerusform>Warenkorb · %n Platz</numerusform>
            <numerusform>Warenkorb · %n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>asking the centre …</source>
        <translation>frage die Zentrale …</translation>
    </message>
    <message>
        <source>held here, no deadline</source>
        <translation>hier gehalten, ohne Frist</translation>
    </message>
    <message>
        <source>held for %1</source>
        <translation>gehalten für %1</translation>
    </message>
</context>
<context>
    <name>parterre::CashSheet</name>
    <message>
        <source>Sell   Enter</source>
        <translation>Verkaufen   Enter</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Barzahlung</translation>
    </message>
    <message>
        <source>Amount given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>Zu zahlen: %1</translation>
    </message>
    <message>
        <source>Selling …</source>
        <translation>Verkaufe …</translation>
    </message>
    <message>
        <source>%1 more is needed.</source>
        <translation>Es fehlen noch %1.</translation>
    </message>
    <message>
        <source>That is not an amount. Type for example %1.</source>
        <translation>Das ist kein Betrag. Bitte zum Beispiel %1 eingeben.</translation>
    </message>
</context>
<context>
    <name>parterre::ChipBar</name>
    <message>
        <source>Section ▾   G</source>
        <translation>Block ▾   G</translation>
    </message>
    <message>
        <source>Go to section</source>
        <translation>Zum Block springen</translation>
    </message>
    <message>
        <source>Show only these   Alt+%1</source>
        <translation>Nur diese zeigen   Alt+%1</translation>
    </message>
    <message>
        <source>All prices</source>
        <translation>Alle Preise</translation>
    </message>
</context>
<context>
    <name>parterre::DeskWindow</name>
    <message>
        <source>Parterre box office</source>
        <translation>Parterre Theaterkasse</translation>
    </message>
</context>
<context>
    <name>parterre::DeskWiring</name>
    <message>
        <source>Reserved for %1 until one hour before the start.</source>
        <translation>Reserviert für %1 bis eine Stunde vor Beginn.</translation>
    </message>
    <message>
        <source>Tickets: %1</source>
        <translation>Karten: %1</translation>
    </message>
    <message>
        <source>The line to the centre is down. You can go on selling the seats with the reserve mark; every sale is safe on this disk and is sent when the line is back.</source>
        <translation>Keine Verbindung zur Zentrale. Plätze mit dem Reservezeichen können weiter verkauft werden; jeder Verkauf ist hier gesichert und wird gesendet, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>The line is back. Sales made meanwhile are being sent to the centre.</source>
        <translation>Die Verbindung steht wieder. Die Verkäufe der Zwischenzeit werden an die Zentrale gesendet.</translation>
    </message>
    <message>
        <source>The offline reserve goes back to the centre. With the line down, nothing can be sold here until the event is opened anew.</source>
        <translation>Die Offline-Reserve geht an die Zentrale zurück. Bei unterbrochener Verbindung kann hier nichts verkauft werden, bis die Veranstaltung neu geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>parterre::EnrolPage</name>
    <message>
        <source>Set up this counter</source>
        <translation>Diese Kasse einrichten</translation>
    </message>
    <message>
        <source>Once per computer. Your manager gets the code with “parterre-server counter enrol”; it works one time and for a day.</source>
        <translation>Einmal je Rechner. Den Code erhält die Leitung mit „parterre-server counter enrol“; er gilt ein einziges Mal und einen Tag lang.</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Zentrale</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Einrichtungscode</translation>
    </message>
    <message>
        <source>Name of this counter</source>
        <translation>Name dieser Kasse</translation>
    </message>
    <message>
        <source>Box office 1</source>
        <translation>Abendkasse 1</translation>
    </message>
    <message>
        <source>Set up   Enter</source>
        <translation>Einrichten   Enter</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>Frage die Zentrale …</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
</context>
<context>
    <name>parterre::EventsPage</name>
    <message>
        <source>Open   Enter</source>
        <translation>Öffnen   Enter</translation>
    </message>
    <message>
        <source>What is on</source>
        <translation>Spielplan</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Haus</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Ask again   F5</source>
        <translation>Neu laden   F5</translation>
    </message>
    <message>
        <source>needs the line</source>
        <translation>nur mit Verbindung</translation>
    </message>
    <message>
        <source>The line is down and no event has been opened here yet. The list appears when the centre answers.</source>
        <translation>Keine Verbindung, und hier wurde noch keine Veranstaltung geöffnet. Die Liste erscheint, sobald die Zentrale antwortet.</translation>
    </message>
    <message>
        <source>No event yet. A manager plans one at the centre; “parterre-server demo-data” makes a ready venue.</source>
        <translation>Noch keine Veranstaltung. Die Leitung plant sie in der Zentrale; „parterre-server demo-data“ legt ein fertiges Haus an.</translation>
    </message>
    <message>
        <source>Fetching the plan and the seats …</source>
        <translation>Lade Saalplan und Plätze …</translation>
    </message>
</context>
<context>
    <name>parterre::LineBadge</name>
    <message>
        <source>● On line</source>
        <translation>● Verbunden</translation>
    </message>
    <message numerus="yes">
        <source>● On line · sending %n</source>
        <translation>
            <numerusform>● Verbunden · %n wird gesendet</numerusform>
            <numerusform>● Verbunden · %n werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>◐ Catching up: %1 of %2 sent</source>
        <translation>◐ Abgleich: %1 von %2 gesendet</translation>
    </message>
    <message>
        <source>✕ Line down</source>
        <translation>✕ Keine Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>✕ Line down · %n to send</source>
        <translation>
            <numerusform>✕ Keine Verbindung · %n offen</numerusform>
            <numerusform>✕ Keine Verbindung · %n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 Std.</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 Min.</translation>
    </message>
    <message>
        <source>No offline reserve</source>
        <translation>Keine Offline-Reserve</translation>
    </message>
    <message>
        <source>Offline reserve %1</source>
        <translation>Offline-Reserve %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What this counter may sell while the line is down</source>
        <translation>Was diese Kasse ohne Verbindung verkaufen darf</translation>
    </message>
</context>
<context>
    <name>parterre::MapLegend</name>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>In your reserve</source>
        <translation>In Ihrer Reserve</translation>
    </message>
    <message>
        <source>In the basket</source>
        <translation>Im Warenkorb</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Other counter</source>
        <translation>Andere Kasse</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Rollstuhl</translation>
    </message>
</context>
<context>
    <name>parterre::NoticeBar</name>
    <message>
        <source>Dismiss   Ctrl+D</source>
        <translation>Schließen   Strg+D</translation>
    </message>
</context>
<context>
    <name>parterre::OrdersSheet</name>
    <message>
        <source>◐ sold, to be sent</source>
        <translation>◐ verkauft, zu senden</translation>
    </message>
    <message>
        <source>– void</source>
        <translation>– storniert</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ bestätigt</translation>
    </message>
    <message>
        <source>? not answered yet</source>
        <translation>? noch ohne Antwort</translation>
    </message>
    <message>
        <source>✕ refused</source>
        <translation>✕ abgelehnt</translation>
    </message>
    <message>
        <source>! conflict</source>
        <translation>! Konflikt</translation>
    </message>
    <message>
        <source>Print again   P</source>
        <translation>Erneut drucken   P</translation>
    </message>
    <message>
        <source>Void order   Del</source>
        <translation>Bestellung stornieren   Entf</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Code, name, e-mail or seat</source>
        <translation>Code, Name, E-Mail oder Platz</translation>
    </message>
    <message>
        <source>Filter the orders</source>
        <translation>Bestellungen filtern</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>No order yet. The first sale appears here at once.</source>
        <translation>Noch keine Bestellung. Der erste Verkauf erscheint hier sofort.</translation>
    </message>
    <message>
        <source>No order matches “%1”.</source>
        <translation>Keine Bestellung passt zu „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>Void %n tickets of %1   Del</source>
        <translation>
            <numerusform>%n Karte von %1 stornieren   Entf</numerusform>
            <numerusform>%n Karten von %1 stornieren   Entf</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::SalePage</name>
    <message>
        <source>Reserve</source>
        <translation>Reservieren</translation>
    </message>
    <message>
        <source>Kept unpaid until one hour before the start, to be paid and collected here.</source>
        <translation>Unbezahlt zurückgelegt bis eine Stunde vor Beginn, hier zu bezahlen und abzuholen.</translation>
    </message>
    <message>
        <source>Name of the customer</source>
        <translation>Name der Kundin oder des Kunden</translation>
    </message>
    <message>
        <source>Void %1</source>
        <translation>%1 stornieren</translation>
    </message>
    <message>
        <source>The tickets of this order become invalid and the seats free. Give the money back.</source>
        <translation>Die Karten dieser Bestellung werden ungültig, die Plätze frei. Bitte das Geld zurückgeben.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>not priced</source>
        <translation>ohne Preis</translation>
    </message>
    <message numerus="yes">
        <source>Reserve %n places   Enter</source>
        <translation>
            <numerusform>%n Platz reservieren   Enter</numerusform>
            <numerusform>%n Plätze reservieren   Enter</numerusform>
        </translation>
    </message>
    <message>
        <source>Void order %1   Enter</source>
        <translation>Bestellung %1 stornieren   Enter</translation>
    </message>
</context>
<context>
    <name>parterre::SeatListView</name>
    <message>
        <source>List of seats</source>
        <translation>Platzliste</translation>
    </message>
</context>
<context>
    <name>parterre::SeatMapModel</name>
    <message>
        <source>%1 · row %2 · seat %3</source>
        <translation>%1 · Reihe %2 · Platz %3</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Reihe %1</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>free, in this counter&apos;s reserve</source>
        <translation>frei, in der Reserve dieser Kasse</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>free, but not sellable here now</source>
        <translation>frei, hier aber gerade nicht zu verkaufen</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>held by somebody else</source>
        <translation>von jemand anderem gehalten</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>in another counter&apos;s reserve</source>
        <translation>in der Reserve einer anderen Kasse</translation>
    </message>
    <message>
        <source>wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>companion seat</source>
        <translation>Begleitplatz</translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation>Sicht eingeschränkt</translation>
    </message>
</context>
<context>
    <name>parterre::SeatMapWidget</name>
    <message>
        <source>Seat map. Arrow keys move, Enter picks, L opens the list of seats.</source>
        <translation>Saalplan. Pfeiltasten bewegen, Enter wählt, L öffnet die Platzliste.</translation>
    </message>
    <message>
        <source>Seat map, no performance open</source>
        <translation>Saalplan, keine Vorstellung geöffnet</translation>
    </message>
    <message>
        <source>Seat map of %1</source>
        <translation>Saalplan von %1</translation>
    </message>
</context>
<context>
    <name>parterre::SeatTreeModel</name>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Reihe %1</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>parterre::ShortcutBar</name>
    <message>
        <source>best seats</source>
        <translation>beste Plätze</translation>
    </message>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>pick</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>whole house</source>
        <translation>ganzes Haus</translation>
    </message>
    <message>
        <source>section</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>price area</source>
        <translation>Preisgruppe</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Spielplan</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>best / next best</source>
        <translation>beste / nächstbeste</translation>
    </message>
    <message>
        <source>price type</source>
        <translation>Preisart</translation>
    </message>
    <message>
        <source>single places</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>reservieren</translation>
    </message>
    <message>
        <source>more time</source>
        <translation>verlängern</translation>
    </message>
    <message>
        <source>empty basket</source>
        <translation>leeren</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>price type of this place</source>
        <translation>Preisart dieses Platzes</translation>
    </message>
    <message>
        <source>remove this place</source>
        <translation>Platz entfernen</translation>
    </message>
    <message>
        <source>back to the map</source>
        <translation>zurück zum Saalplan</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>verkaufen</translation>
    </message>
    <message>
        <source>amount given</source>
        <translation>gegebener Betrag</translation>
    </message>
    <message>
        <source>back to the basket</source>
        <translation>zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>next customer</source>
        <translation>nächster Gast</translation>
    </message>
    <message>
        <source>print tickets</source>
        <translation>Karten drucken</translation>
    </message>
    <message>
        <source>print again</source>
        <translation>erneut drucken</translation>
    </message>
    <message>
        <source>void</source>
        <translation>stornieren</translation>
    </message>
</context>
<context>
    <name>parterre::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>With the line down, anybody who has signed in at this counter before can go on working.</source>
        <translation>Ohne Verbindung können alle weiterarbeiten, die sich an dieser Kasse schon einmal angemeldet haben.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in   Enter</source>
        <translation>Anmelden   Enter</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Melde an …</translation>
    </message>
    <message>
        <source>Type your name and your password.</source>
        <translation>Bitte Namen und Passwort eingeben.</translation>
    </message>
</context>
<context>
    <name>parterre::SoldSheet</name>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Next customer   Enter</source>
        <translation>Nächster Gast   Enter</translation>
    </message>
    <message>
        <source>Print tickets   P</source>
        <translation>Karten drucken   P</translation>
    </message>
    <message>
        <source>✓ Sold</source>
        <translation>✓ Verkauft</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2, order %3. From this counter&apos;s own reserve: safe on this disk, sent to the centre when the line allows.</source>
        <translation>%1 für %2, Bestellung %3. Aus der Reserve dieser Kasse: hier gesichert, an die Zentrale gesendet, sobald die Verbindung es erlaubt.</translation>
    </message>
    <message>
        <source>%1 for %2, order %3.</source>
        <translation>%1 für %2, Bestellung %3.</translation>
    </message>
</context>
<context>
    <name>parterre::TopBar</name>
    <message>
        <source>Seat (C 12), order or name   Ctrl+F</source>
        <translation>Platz (C 12), Bestellung, Name   Strg+F</translation>
    </message>
    <message>
        <source>Search seats and orders</source>
        <translation>Plätze und Bestellungen suchen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Drill: pretend the line is down</source>
        <translation>Übung: Verbindung als unterbrochen behandeln</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Parterre</source>
        <translation>Parterre</translation>
    </message>
    <message>
        <source>No event open</source>
        <translation>Keine Veranstaltung geöffnet</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>Menü von %1</translation>
    </message>
    <message>
        <source>Events, orders, drill, sign out   F10</source>
        <translation>Spielplan, Bestellungen, Übung, Abmelden   F10</translation>
    </message>
    <message>
        <source>Give the offline reserve back</source>
        <translation>Offline-Reserve zurückgeben</translation>
    </message>
</context>
</TS>
