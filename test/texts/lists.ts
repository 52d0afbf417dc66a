import type { Content } from "../support/io.ts";

/** Files that a command of these tests reads, right and wrong. */
export const files: Readonly<Record<string, Content>> = {
  liste:
    "patient;né le;ald;c2s;médecin;dernière consultation;prévention\n" +
    "P1;03/05/1940;oui;non;A;02/03/2025;grippe\nP2;01/01/1990;non;oui;A;01/02/2024;grippe, sein\n" +
    "P3;01/02/2026;non;non;A;02/03/2026;\nP4;01/02/1950;non;non;B;02/03/2021;\n",
  fautes:
    "patient;né le;ald;c2s;médecin;poids\nP1;03/05/50;oui;non;A;1\nP2;01/01/1990;peut-être;oui;A;2\n" +
    "P2;;non;;A;3\nP4;01/02/1950;non;non;C;4\n",
  caisse: "patient;né le;ald;c2s\nP1;03/05/1940;non;non\nP5;01/01/1990;non;oui\n",
  medecins:
    "médecin;zone;né le;première installation;secteur\nA;ZIP;02/03/1955;01/09/1988;1\nB;;;;2\n",
  refusés: "médecin;zone;né le\nA;ZRR;1955\nB;;\n",
  effectifs: "âge;ald;c2s;n\n0-6;non;non;60\n7-74;non;non;1600\n80 ans et +;oui;oui;40\n",
  actes: "médecin;patient;acte;date de l'acte\nA;P1;vaccination contre la grippe;01/10/2026\n",
  "actes-faux": "médecin;patient;acte;date de l'acte\nA;P1;grippe;01/10/2026\n",
  états: "médecin;patient;indicateur;statut\nA;P1;grippe;validé\nA;P1;sein;\nA;P9;col;validé\n",
  "états-faux": "médecin;patient;indicateur;statut\nA;P1;tétanos;validé\n",
  "états-sans-patient": "médecin;patient;indicateur;statut\nA;;sein;validé\n",
  "états-contraires": "médecin;patient;indicateur;statut\nA;P1;sein;validé\nA;P1;sein;non validé\n",
  "états-inconnus": "médecin;patient;indicateur;statut\nA;P1;sein;à jour\n",
  "un-état": "médecin;patient;statut\nA;P1;validé\n",
  versements: "date;montant\navril;5000\n",
};
